import { expect, test } from 'vitest';
import { hearer } from '../../src/detect/hearing.ts';
import { emptyFeatures, featuriser } from '../../src/ear/features.ts';
import type { Conversation } from '../../src/model/conversation.ts';
import { rulesOf } from '../detect/phrases.ts';

function addressed(name: string): Conversation {
  return {
    id: name,
    channel: 'chat',
    agent: { id: null },
    client: { name },
    roles: 'given',
    turns: [{ index: 0, role: 'agent', text: `voilà madame ${name} votre colis repart` }],
    from: { file: 'test' },
  };
}

test('what a turn looks like does not depend on the names met before it', () => {
  const rules = rulesOf(['je suis déçu']);
  const keysAfter = (earlier: readonly string[]) => {
    const hear = hearer(rules);
    const featurise = featuriser(rules);
    const features = emptyFeatures();
    for (const name of [...earlier, 'Quintal']) {
      const conversation = addressed(name);
      featurise(conversation, hear(conversation), [null], 0, features);
    }
    return [...features.key.slice(0, features.count)];
  };
  expect(keysAfter(['Bertheloire', 'Vasconnet'])).toEqual(keysAfter([]));
});
