import { expect, test } from 'vitest';
import { compile } from '../../src/lexicon/compile.ts';

const faultsOf = (text: string, path = 'fr/apology.yaml', others: { path: string; text: string }[] = []) =>
  compile([{ path, text }, ...others], 'test')
    .faults.filter((fault) => fault.file === path)
    .map((fault) => `${fault.line}:${fault.column} ${fault.message}`);

const file = (phrases: string) =>
  `label: { fr: Excuses, en: Apology }\nspeaker: agent\nphrases:\n${phrases}examples: |\n  + je suis <navré>\n  - bonjour\n`;

test('a sound file has no fault', () => {
  expect(faultsOf(file('  - navré\n  - { say: {désolé} (de|pour) #Nombre, turns: first 2 }\n'))).toEqual([]);
});

test('faults come all at once, each at its line and column', () => {
  expect(faultsOf(file('  - je (suis navré\n  - très* navré\n  - #Inconnue navré\n  - {reglr} ça\n'))).toEqual([
    expect.stringMatching(/^4:8 .*without its "\)"/),
    expect.stringMatching(/^5:9 .*"\*"/),
    expect.stringMatching(/^6:5 .*#Inconnue; allowed: /),
  ]);
});

test('a verb that does not exist is told', () => {
  expect(faultsOf(file('  - je {compendrer} tout\n'))).toEqual([expect.stringMatching(/^4:8 .*\{compendrer\}/)]);
});

test('a phrase without a word that must be there is told', () => {
  expect(faultsOf(file('  - .{0,3} navré?\n'))[0]).toMatch(/^4:.*no word that must be there/);
});

test('a file without examples of both kinds does not load', () => {
  const [first, second] = faultsOf('label: { fr: a, en: b }\nspeaker: agent\nphrases:\n  - navré\n');
  expect(first).toContain('no positive example');
  expect(second).toContain('no negative example');
});

test('unknown keys, speakers, conditions and markers are told with what is allowed', () => {
  expect(faultsOf(`speeker: agent\n${file('  - navré\n')}`)[0]).toMatch(/^1:1 .*"speeker"; allowed: label, speaker/);
  expect(faultsOf(file('  - { say: navré, turns: 3 }\n'))[0]).toMatch(/^4:.*first n, last n/);
  expect(faultsOf(file('  - { say: navré, after: [nothing] }\n'))[0]).toMatch(/"nothing" in a condition/);
  expect(faultsOf(file('  - { say: navré, emotion: 7 }\n'))[0]).toMatch(/found emotion 7; allowed: -3 to 3/);
  expect(faultsOf(file('  - navré\n'), 'fr/gretting.yaml')[0]).toMatch(/"gretting", which is no marker/);
  expect(faultsOf(file('  - navré\n').replace('speaker: agent', 'speaker: client'))[0]).toMatch(/belongs to the agent/);
});

test('YAML that cannot be read is a fault with its line, not a crash', () => {
  expect(faultsOf('label: { fr: a, en: b\nphrases: [\n')[0]).toMatch(/^\d+:\d+ /);
  expect(faultsOf('')[0]).toContain('empty file');
});
