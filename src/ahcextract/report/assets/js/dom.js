// Small things to build the page with. Text goes in as text, never as markup.
const $ = (id) => document.getElementById(id);
const SVG = "http://www.w3.org/2000/svg";
const SHAPES = {
  support: "M6 1 11.4 10.6H.6Z",
  oppose: "M.6 1.4H11.4L6 11Z",
  propose: "M6 .3 11.7 6 6 11.7.3 6Z",
  concern: "M1.6 1.6H10.4V10.4H1.6Z",
  neutral: "M6 1.6A4.4 4.4 0 1 1 6 10.4 4.4 4.4 0 1 1 6 1.6Z",
};

function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

function glyph(stance) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 12 12");
  svg.setAttribute("class", `glyph s-${stance}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", SHAPES[stance]);
  svg.append(path);
  return svg;
}

const badge = (stance) => el("span", { class: `badge b-${stance}` }, glyph(stance), stance);

// Control characters as their pictures, direction marks as �, so that what is shown is what is
// there. Length is kept: offsets go on fitting.
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;
const visible = (text) => String(text).replace(HIDDEN, (char) => {
  const code = char.charCodeAt(0);
  if (code < 32) return String.fromCharCode(0x2400 + code);
  return code === 127 ? "\u2421" : "\ufffd";
});

const number = (n) => n.toLocaleString("en");
const many = (n, one, more = one + "s") => `${number(n)} ${n === 1 ? one : more}`;

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August",
  "September", "October", "November", "December"];
function longDate(date) {
  const [year, month, day] = date.split("-").map(Number);
  return MONTHS[month - 1] ? `${day} ${MONTHS[month - 1]} ${year}` : date;
}

function debounce(wait, run) {
  let timer;
  return () => { clearTimeout(timer); timer = setTimeout(run, wait); };
}

let toastTimer;
function toast(text) {
  $("toast").textContent = text;
  $("toast").classList.add("on");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => $("toast").classList.remove("on"), 2600);
}

function options(select, entries) {
  select.replaceChildren(...entries.map(([value, text]) => el("option", { value }, visible(text))));
}
