import { expect, test } from 'vitest';
import { alerts } from '../../src/score/alerts.ts';
import { talk } from './talk.ts';

test('alerts come once each, in the order of the guide', () => {
  const { evidence } = talk(`
    C: troisieme fois que j appelle | repeat-contact | -1
    A: un instant | hold
    C: bande d incapables, je pars a la concurrence | abuse churn-threat frustration | -3
    C: je pars, vraiment | churn-threat | -2
  `);
  expect(alerts(evidence)).toEqual(['churn-threat', 'repeat-contact', 'abuse']);
});

test('an easy conversation raises none', () => {
  expect(alerts(talk('A: bonjour | greeting').evidence)).toEqual([]);
});
