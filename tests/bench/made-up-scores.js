// Makes up as many assessments as wanted, the same ones for the same seed, to see how the report bears a large centre:
//   ecoute score samples/demo > few.ndjson
//   node tests/bench/made-up-scores.js few.ndjson 1000000 2000 1 > many.ndjson
//   /usr/bin/time -v ecoute report many.ndjson --out out
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

const [templatesFile, conversations = '10000', agents = '50', seed = '1'] = process.argv.slice(2);
const templates = readFileSync(templatesFile, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

// mulberry32, as in src/seeded.ts
function seeded(from) {
  let state = from >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const chance = seeded(Number(seed));
const skills = Array.from({ length: Number(agents) }, () => 0.55 + 0.4 * chance());
const firstDay = Date.UTC(2026, 0, 5);

function madeUp(number) {
  const agent = Math.floor(chance() * skills.length);
  const template = templates[Math.floor(chance() * templates.length)];
  const at = firstDay + Math.floor(chance() * 84) * 86_400_000 + (8 + Math.floor(chance() * 11)) * 3_600_000;
  const behaviours = {};
  let [shown, judged] = [0, 0];
  for (const [id, judgement] of Object.entries(template.behaviours)) {
    const isKept = judgement.verdict === 'na';
    const verdict = isKept ? 'na' : chance() < skills[agent] ? 'shown' : chance() < 0.8 ? 'missed' : 'violated';
    behaviours[id] = { ...judgement, verdict };
    if (isKept) continue;
    judged += 1;
    if (verdict === 'shown') shown += 1;
  }
  return {
    ...template,
    id: `made-up-${seed}-${number}`,
    started_at: new Date(at).toISOString().slice(0, 19),
    agent_id: `A${String(agent).padStart(5, '0')}`,
    agent_name: `Agent ${agent}`,
    quality: judged === 0 ? null : Math.round((1000 * shown) / judged) / 10,
    judged,
    behaviours,
  };
}

for (let number = 0, text = ''; number < Number(conversations); number++) {
  text += `${JSON.stringify(madeUp(number))}\n`;
  if (text.length < 1 << 20 && number < Number(conversations) - 1) continue;
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  text = '';
}
