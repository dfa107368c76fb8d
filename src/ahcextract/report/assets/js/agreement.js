// Agreement over shared questions, by the formula that the page states. The signs come with the
// page; which issues, topics and actors they are taken over is chosen here.
const MARKS = Object.fromEntries(["item", "actor", "issue", "sign"]
  .map((name) => [name, expand(data.marks[name], data.marks.n)]));

// {pairs: [{a, b, agree, disagree, shared, weight, items}], …} with a before b in matrix order.
function agreementOver({ issue = null, actors = null, targets = null } = {}) {
  const found = new Map();
  let said = new Map();
  let item = -1;
  const close = () => {
    const entries = [...said].map(([actor, [sum, n]]) => [actor, sum / n]).sort((x, y) => x[0] - y[0]);
    entries.forEach(([a, signA], n) => entries.slice(n + 1).forEach(([b, signB]) => {
      const key = a * ACTORS.length + b;
      const pair = found.get(key) ?? { a, b, agree: 0, disagree: 0, shared: 0, weight: 0, items: [] };
      const product = signA * signB;
      pair.agree += product > 0;
      pair.disagree += product < 0;
      pair.shared += 1;
      pair.weight += product;
      pair.items.push(item);
      found.set(key, pair);
    }));
    said = new Map();
  };
  for (let r = 0; r < data.marks.n; r += 1) {
    if (MARKS.item[r] !== item) { close(); item = MARKS.item[r]; }
    const actor = MARKS.actor[r];
    if ((issue !== null && MARKS.issue[r] !== issue) || (actors && !actors[actor])
      || (targets && !targets[data.marks.target[item]])) continue;
    const entry = said.get(actor);
    if (entry) { entry[0] += MARKS.sign[r]; entry[1] += 1; } else said.set(actor, [MARKS.sign[r], 1]);
  }
  close();
  return [...found.values()];
}

// Every actor's strongest agreements and disagreements: what is worth a line.
function worthDrawing(pairs, each = 4) {
  const lists = new Map();
  for (const pair of pairs) for (const actor of [pair.a, pair.b]) {
    if (!lists.has(actor)) lists.set(actor, []);
    if (pair.weight) lists.get(actor).push(pair);
  }
  const kept = new Set();
  for (const list of lists.values()) {
    list.sort((x, y) => x.weight - y.weight || x.a - y.a || x.b - y.b);
    list.slice(0, each).filter((pair) => pair.weight < 0).forEach((pair) => kept.add(pair));
    list.slice(-each).filter((pair) => pair.weight > 0).forEach((pair) => kept.add(pair));
  }
  return pairs.filter((pair) => kept.has(pair));
}
