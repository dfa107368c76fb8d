// The records, expanded from the columns in which the page carries them.
const data = JSON.parse(document.getElementById("data").textContent);
const specs = JSON.parse(document.getElementById("specs").textContent);
const N = data.n;

function expand(column, n) {
  if (Array.isArray(column)) return column;
  const out = new Array(n).fill(column.d);
  column.i.forEach((at, j) => { out[at] = column.v[j]; });
  return out;
}

const col = {};
for (const name of Object.keys(data.columns)) col[name] = expand(data.columns[name], N);
const STANCES = data.stances.map(([id, verb, symbol, shape, light, dark]) =>
  ({ id, verb, symbol, shape, light, dark }));
const ISSUES = data.issues.map(([document, number, title, date, label]) =>
  ({ document, number, title, date, label }));
const ACTORS = data.actors.map(([id, name, type, bloc, place, regions]) =>
  ({ id, name, type, bloc, place, regions }));
const TARGETS = data.targets.map(([id, label, short, whole, rank, wholeRank]) =>
  ({ id, label, short, whole, rank, wholeRank }));
const byId = new Map(col.id.map((id, i) => [id, i]));

const string = (n) => (n < 0 ? null : data.strings[n]);
const actorName = (i) => string(col.name[i]) ?? ACTORS[col.actor[i]].name;
const sentence = (i) => data.sentences[col.sentence[i]];
const topicsOf = (i) => data.topics[col.topics[i]];

// Offsets are code points; start of a span relative to its sentence, or null.
function span(i, name) {
  const start = col[`${name}_start`][i];
  const length = col[`${name}_end`][i];
  return start === null || length === null ? null : [start, start + length];
}

// The record as it was read, every field, in the order of the schema.
function record(i) {
  const [evidence, document, start, end] = sentence(i);
  const issue = ISSUES[col.issue[i]];
  const out = {
    id: col.id[i], document: data.documents[document], issue: issue.number,
    issue_title: issue.title, issue_date: issue.date, actor: ACTORS[col.actor[i]].id,
    actor_type: string(col.type[i]) ?? ACTORS[col.actor[i]].type, actor_name: actorName(i),
    stance: STANCES[col.stance[i]].id, target: TARGETS[col.target[i]].id,
    topics: topicsOf(i), negated: Boolean(col.negated[i]), count: col.count[i],
    evidence, evidence_start: start, evidence_end: end, confidence: col.confidence[i],
  };
  out.target_kind = string(col.kind[i]) ?? out.target.split(":")[0];
  for (const name of ["cue", "predicate", "point", "proposal_by", "spoken_by", "on_behalf_of", "rule"]) {
    out[name] = string(col[name][i]);
  }
  for (const name of ["actor", "cue", "target", "context"]) {
    const at = col[`${name}_start`][i], length = col[`${name}_end`][i];
    out[`${name}_start`] = at === null ? null : start + at;
    out[`${name}_end`] = length === null ? null : (at === null ? 0 : start + at) + length;
  }
  return Object.fromEntries(data.fields.map((field) => [field, out[field]]));
}
