import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { reading, said } from './reading.ts';

const labelled = ['../training/france', '../training/chats']
  .map((name) => fileURLToPath(new URL(`${name}.transcripts.jsonl`, import.meta.url)))
  .filter((file) => existsSync(file))
  .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as { turns: { speaker: string; text: string }[] })
  .filter(({ turns }) => ['agent', 'client'].every((side) => turns.some(({ speaker }) => speaker === side)));

const whisper = (turns: readonly { readonly speaker?: string; readonly text: string }[]): string =>
  JSON.stringify({ segments: turns.map((turn, i) => ({ ...turn, start: i * 10, end: i * 10 + 8 })) });

test('speakers without a role are told apart by what they say: never wrongly, and mostly', async () => {
  let right = 0;
  let wrong = 0;
  for (const { turns } of labelled) {
    const spoken = turns.filter(({ speaker }) => speaker === 'agent' || speaker === 'client');
    const masked = spoken.map(({ speaker, text }) => ({
      text,
      speaker: speaker === 'agent' ? 'SPEAKER_01' : 'SPEAKER_00',
    }));
    const { conversations } = await reading(whisper(masked));
    if (conversations.length === 0) continue;
    expect(conversations[0]!.roles).toBe('guessed');
    const isRight = conversations[0]!.turns.every(
      ({ role, speaker }) => (role === 'agent') === (speaker === 'SPEAKER_01'),
    );
    if (isRight) right += 1;
    else wrong += 1;
  }
  expect(labelled.length).toBeGreaterThan(100);
  expect(wrong / labelled.length).toBeLessThanOrEqual(0.01);
  expect(right / labelled.length).toBeGreaterThan(0.85);
});

const unclear = [
  { speaker: 'SPEAKER_00', text: 'Allô ?' },
  { speaker: 'SPEAKER_01', text: 'Oui, allô.' },
];

test('what is not clear is left undecided, and told', async () => {
  const { conversations, problems } = await reading(whisper(unclear));
  expect(conversations).toEqual([]);
  expect(problems[0]!.reason).toMatch(/SPEAKER_00, SPEAKER_01 \(less than 90 % sure\).*--agent/);
});

test('--agent tells who the agent is, in any spelling', async () => {
  const { conversations, notices } = await reading(whisper(unclear), { agent: 'speaker 01' });
  expect(said(conversations[0]!)).toEqual(['client: Allô ?', 'agent: Oui, allô.']);
  expect(conversations[0]!.roles).toBe('given');
  expect(notices).toContainEqual(expect.objectContaining({ kind: 'roles', what: 'given by --agent' }));
});

test('a speaker who bears the name of the agent is the agent', async () => {
  const csv =
    'ticket;auteur;texte;conseiller;client\n1;Paul Roy;bonjour;Inès Faure;Paul Roy\n1;Inès FAURE;Bonjour !;Inès Faure;Paul Roy\n';
  const { conversations } = await reading(csv);
  expect(conversations.map((c) => [c.roles, said(c)])).toEqual([['given', ['client: bonjour', 'agent: Bonjour !']]]);
});

test('bots, IVR, notes and systems are never the agent', async () => {
  const rows = [
    'Chatbot;Bonjour je suis Léo',
    'SVI;Tapez 1',
    'Système;Léo a transféré',
    'Superviseur;aide-le',
    'Client;allo ?',
    'Conseiller 2;Oui, bonjour.',
  ];
  const { conversations } = await reading(`ticket;auteur;texte\n${rows.map((row) => `1;${row}\n`).join('')}`);
  expect(conversations[0]!.turns.map(({ role }) => role)).toEqual([
    'bot',
    'bot',
    'system',
    'system',
    'client',
    'agent',
  ]);
});

test('each of several agents is judged on own turns: one conversation an agent, the other speaks as nobody', async () => {
  const rows = ['client;;allo', 'agent;A1;Bonjour', 'agent;A2;Je reprends', 'client;;merci'];
  const { conversations } = await reading(`ticket;role;agent_id;texte\n${rows.map((row) => `1;${row}\n`).join('')}`);
  expect(conversations.map((c) => [c.id, c.agent.id, c.turns.map(({ role }) => role)])).toEqual([
    ['1', 'A1', ['client', 'agent', 'system', 'client']],
    ['1', 'A2', ['client', 'system', 'agent', 'client']],
  ]);
});

test('what transcribers invent in silence is dropped and counted, not what people say', async () => {
  const turns = [
    { speaker: 'Agent', text: 'Merci de votre appel, bonne journée.' },
    { speaker: 'Client', text: "Merci d'avoir regardé." },
    { speaker: 'Client', text: "Merci d'avoir regardé mon dossier." },
    { speaker: 'Agent', text: "Au revoir. Sous-titres réalisés para la communauté d'Amara.org" },
  ];
  const { conversations, notices } = await reading(whisper(turns));
  expect(said(conversations[0]!)).toEqual([
    'agent: Merci de votre appel, bonne journée.',
    "client: Merci d'avoir regardé mon dossier.",
    'agent: Au revoir.',
  ]);
  const dropped = notices.filter(({ what }) => what === 'words that a transcriber invented');
  expect(dropped.reduce((sum, { count }) => sum + count, 0)).toBe(2);
});
