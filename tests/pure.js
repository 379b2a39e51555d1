// Runs the vectors in Bun; tests/pure.py tells what the modules read from a page.
const { modules, settings, holidays } = await Bun.stdin.json();
globalThis.window = Object.assign(globalThis, { guideSettings: {} });
window.addEventListener ??= () => {};
window.localStorage ??= null;

const load = (name) => import(`../overrides/${name}.js`);
const lib = Object.assign({}, ...(await Promise.all(modules.map(load))));
const url = `data:application/json,${encodeURIComponent(JSON.stringify(holidays))}`;
const make = (0, eval)(await Bun.file(`${import.meta.dir}/vectors/calls.js`).text());
const { names, answers } = make({ lib, settings, holidays: await lib.loadHolidays(url) });

let [count, wrong] = [0, 0];
for (const name of names) {
  const text = await Bun.file(`${import.meta.dir}/vectors/${name}.json`).text();
  const cases = JSON.parse(text);
  for (const [index, answered] of answers(name, text).entries()) {
    const wanted = Object.fromEntries(Object.keys(answered).map((key) => [key, cases[index][key]]));
    count += 1;
    if (Bun.deepEquals(JSON.parse(JSON.stringify(answered)), wanted)) continue;
    wrong += 1;
    const given = cases[index].why ?? JSON.stringify(cases[index]);
    console.error(`${name}: ${given}\n  answered ${JSON.stringify(answered)}\n  not      ${JSON.stringify(wanted)}`);
  }
}
console.log(`${count - wrong} of ${count} cases are answered as their vectors say`);
process.exitCode = wrong ? 1 : 0;
