// What the filters leave, in the order of the table, as CSV or JSON Lines.

// A spreadsheet takes a cell that begins so for a formula: an apostrophe makes it text.
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

function csvCell(value) {
  if (value === null || value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csv(indices) {
  const lines = indices.map((i) => {
    const r = record(i);
    return data.fields.map((field) => csvCell(field === "topics" ? r.topics.join(";") : r[field])).join(",");
  });
  // The byte-order mark tells spreadsheets that this is UTF-8.
  return `\ufeff${[data.fields.join(","), ...lines].join("\r\n")}\r\n`;
}

const jsonl = (indices) => indices.map((i) => `${JSON.stringify(record(i))}\n`).join("");

function save(content, name, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = el("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  toast(`${many(table.rows.length, "position")} saved as ${name}`);
}

function watchDownloads() {
  $("d-csv").addEventListener("click", () => save(csv(table.rows), "positions.csv", "text/csv;charset=utf-8"));
  $("d-jsonl").addEventListener("click", () => save(jsonl(table.rows), "positions.jsonl", "application/jsonl;charset=utf-8"));
}
