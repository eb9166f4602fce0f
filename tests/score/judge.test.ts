import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadScorecard } from '../../src/lexicon/scorecard.ts';
import type { BehaviourId, Verdict } from '../../src/model/behaviour.ts';
import { markerIds } from '../../src/model/marker.ts';
import { judge } from '../../src/score/judge.ts';
import { talk } from './talk.ts';

const file = fileURLToPath(new URL('../../lexicons/scorecard.yaml', import.meta.url));
const { scorecard, faults } = loadScorecard('scorecard.yaml', readFileSync(file, 'utf8'));

function verdicts(script: string, client?: string): (behaviour: BehaviourId) => Verdict {
  const { conversation, evidence, emotion } = talk(script, client);
  const { behaviours } = judge(conversation, evidence, emotion, scorecard);
  return (behaviour) => behaviours[behaviour]!.verdict;
}

const smooth = `
  A: Mutuelle du Parc bonjour, ici Inès, je vous écoute | greeting self-introduction help-offer
  C: bonjour, ma carte de tiers payant n'est pas arrivée | | -1
  A: Depuis quand l'attendez-vous, monsieur Ollier ? | discovery client-name
  C: ca fait trois semaines, c'est quand meme long | frustration | -2
  A: Je comprends que ce soit pénible, toutes mes excuses. Je la fais rééditer | empathy apology ownership solution
  A: Vous la recevrez sous cinq jours, est-ce que ça vous convient ? | expectation
  C: oui parfait merci beaucoup | thanks | 1
  A: Avec plaisir, très bonne journée monsieur Ollier | warmth courtesy farewell client-name
`;

const rough = `
  A: Votre numéro. |
  C: bonjour quand meme. 4471. ma ligne est coupee depuis lundi | frustration | -2
  A: C'est pas nous, c'est le technicien qui a mal fait. | blame-shifting refusal
  C: je l'ai donné hier deja mon numero, et personne ne fait rien | frustration repeat-contact | -3
  A: Fallait lire le courriel. Et calmez-vous. | lecturing
  C: vous vous moquez de moi ?? | frustration | -3
  A: Oh j'en ai assez, moi. On ne peut rien faire. | agitation refusal lecturing
  C: c'est honteux | frustration | -3
`;

test('the scorecard that ships has no fault and judges all eighteen behaviours', () => {
  expect(faults).toEqual([]);
  expect(scorecard.behaviours).toHaveLength(18);
});

describe('a contact that goes well shows', () => {
  const verdict = verdicts(smooth, 'Marc Ollier');
  test.each<BehaviourId>([
    'first-impression',
    'client-name',
    'listening',
    'interest',
    'in-control',
    'aware',
    'ownership',
    'expectations',
    'under-promises',
    'respects-time',
    'absorbs-frustration',
    'warmth',
    'calm',
    'positive-attitude',
    'asks-opinion',
    'cordial-goodbye',
  ])('%s', (behaviour) => {
    expect(verdict(behaviour)).toBe('shown');
  });

  test('and has no occasion for a refusal or for team spirit', () => {
    expect(verdict('acceptable-refusal')).toBe('na');
    expect(verdict('team-spirit')).toBe('na');
  });
});

describe('a contact that goes badly violates', () => {
  const verdict = verdicts(rough, 'Marc Ollier');
  test.each<BehaviourId>([
    'first-impression',
    'listening',
    'interest',
    'in-control',
    'ownership',
    'absorbs-frustration',
    'warmth',
    'calm',
    'positive-attitude',
    'team-spirit',
    'acceptable-refusal',
  ])('%s', (behaviour) => {
    expect(verdict(behaviour)).toBe('violated');
  });

  test('and misses the name and what comes next; cut off in anger, it leaves no occasion to ask for an opinion', () => {
    expect(verdict('client-name')).toBe('missed');
    expect(verdict('asks-opinion')).toBe('na');
    expect(verdict('expectations')).toBe('missed');
    expect(verdict('aware')).toBe('missed');
  });
});

describe('single behaviours', () => {
  test('no name was ever available: client-name does not apply', () => {
    expect(verdicts('A: bonjour | greeting\nC: je voudrais un devis')('client-name')).toBe('na');
  });

  test('a masked name counts as available', () => {
    expect(verdicts('C: bonjour, ici [NOM]\nA: bonjour | greeting')('client-name')).toBe('missed');
  });

  test('a promise too big violates under-promises; no promise at all gives no occasion', () => {
    expect(verdicts('A: ce sera réglé ce soir, juré | overpromise expectation')('under-promises')).toBe('violated');
    expect(verdicts('A: bonjour | greeting')('under-promises')).toBe('na');
  });

  test('an opinion not asked for is missed where the contact reaches its end', () => {
    expect(verdicts('C: merci, au revoir | thanks | 0\nA: au revoir | farewell')('asks-opinion')).toBe('missed');
    expect(verdicts('A: votre avis en une minute ? | opinion-request')('asks-opinion')).toBe('shown');
  });

  test('a refusal with a way out is acceptable', () => {
    const script = 'C: et un geste ?\nA: non, mais je peux décaler l’échéance | refusal refusal-softened solution';
    expect(verdicts(script)('acceptable-refusal')).toBe('shown');
  });

  test('much empathy outweighs one slip', () => {
    const script = `
      C: j'en peux plus de cette panne | frustration | -2
      A: je vous l'avais dit | lecturing
      C: quoi ? | frustration | -2
      A: pardon, c'est maladroit, je comprends votre colère | apology empathy
      A: ça doit être épuisant, je m'en charge | empathy ownership solution
      C: bon, d'accord, merci | thanks | 0
    `;
    expect(verdicts(script)('absorbs-frustration')).toBe('shown');
  });

  test('displeasure met by nothing is missed', () => {
    const script = 'C: encore une erreur | frustration | -1\nA: je corrige | ownership solution\nC: ok | | 0';
    expect(verdicts(script)('absorbs-frustration')).toBe('missed');
  });

  test('naming a colleague without blame is team spirit; blaming one violates it', () => {
    expect(verdicts('A: ma collègue Lise vous appellera demain | expectation')('team-spirit')).toBe('shown');
    expect(verdicts('A: ma collègue s’est trompée | blame-shifting')('team-spirit')).toBe('violated');
  });

  test('a client who leaves first leaves no occasion for a goodbye', () => {
    expect(verdicts('A: bonjour | greeting\nC: c’est bon, au revoir | thanks | 0')('cordial-goodbye')).toBe('na');
  });

  test('an agent who speaks last without taking leave misses the goodbye', () => {
    expect(verdicts('C: bonjour\nA: c’est fait')('cordial-goodbye')).toBe('missed');
  });

  test('a chat closed under the client violates the goodbye', () => {
    expect(verdicts('A: bonjour | greeting\nC: et pour la suite ?\nS: conversation fermée')('cordial-goodbye')).toBe(
      'violated',
    );
  });

  test('a long silence without a word misses respect for time; one that was announced does not', () => {
    const wait = (line: string) =>
      verdicts(`C: ma facture est fausse\n${line}\n+100s A: voilà, c'est corrigé | solution`);
    expect(wait('C: vous la voyez ?')('respects-time')).toBe('missed');
    expect(wait('A: un instant, je regarde | hold ownership')('respects-time')).toBe('shown');
  });

  test('a client left to call out twice violates it', () => {
    const script = 'C: bonjour\n+20s C: allô ?\n+20s C: vous êtes là ?\n+130s A: oui';
    expect(verdicts(script)('respects-time')).toBe('violated');
  });
});

describe('grounds', () => {
  test('shown and violated cite evidence, missed and na the turns searched', () => {
    const { conversation, evidence, emotion } = talk(rough, 'Marc Ollier');
    const { behaviours } = judge(conversation, evidence, emotion, scorecard);
    const markers = behaviours.calm!.evidence!.map((index) => evidence[index]!.marker);
    expect(markers).toContain('agitation');
    expect(behaviours['client-name']).toEqual({ verdict: 'missed', searched: [0, 2, 4, 6] });
  });

  test('hold for any conversation: evidence exists, searched turns exist, and nothing is left without grounds', () => {
    const line = fc.tuple(
      fc.constantFrom('A', 'C', 'S', 'B'),
      fc.subarray([...markerIds]),
      fc.integer({ min: -3, max: 3 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const script = lines.map(([who, markers, e]) => `${who}: mots | ${markers.join(' ')} | ${e}`).join('\n');
        const { conversation, evidence, emotion } = talk(script);
        const { behaviours, quality, judged } = judge(conversation, evidence, emotion, scorecard);
        for (const judgement of Object.values(behaviours)) {
          for (const index of judgement.evidence ?? []) expect(index).toBeLessThan(evidence.length);
          for (const turn of judgement.searched ?? []) expect(turn).toBeLessThan(conversation.turns.length);
          if (lines.length > 0) expect((judgement.evidence ?? judgement.searched)!.length).toBeGreaterThan(0);
        }
        expect(quality === null).toBe(judged === 0);
        if (quality !== null) expect(quality >= 0 && quality <= 100).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('quality', () => {
  const card = loadScorecard(
    'x',
    `
sections: { s: { fr: S, en: S } }
behaviours:
  warmth: { label: { fr: a, en: a }, section: s, weight: 2, shown: warmth }
  calm: { label: { fr: a, en: a }, section: s, weight: 1, critical: true, shown: greeting, violated: agitation }
  team-spirit: { label: { fr: a, en: a }, section: s, weight: 5, occasion: transfer, shown: transfer }
`,
  ).scorecard;
  const scored = (script: string) => {
    const { conversation, evidence, emotion } = talk(script);
    return judge(conversation, evidence, emotion, card);
  };

  test('is the weighted share of what was shown among what applied, to one decimal', () => {
    expect(scored('A: super | warmth')).toMatchObject({ quality: 66.7, judged: 2, critical: [] });
  });

  test('a critical violation is listed apart', () => {
    expect(scored('A: super | warmth agitation')).toMatchObject({ quality: 66.7, critical: ['calm'] });
  });

  test('is null where nothing applied', () => {
    const only = { ...card, behaviours: card.behaviours.filter(({ id }) => id === 'team-spirit') };
    const { conversation, evidence, emotion } = talk('A: oui');
    expect(judge(conversation, evidence, emotion, only)).toMatchObject({ quality: null, judged: 0 });
  });
});
