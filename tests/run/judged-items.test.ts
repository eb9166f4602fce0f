import { expect, test } from 'vitest';
import type { Assessment } from '../../src/model/assessment.ts';
import type { Conversation } from '../../src/model/conversation.ts';
import type { Item } from '../../src/readers/read-inputs.ts';
import { idOf, judgedItems } from '../../src/run/judged-items.ts';

const from = { file: 'in.csv', line: 1 };
const conversation = (id: string): Item => ({
  kind: 'conversation',
  conversation: { id, channel: 'chat', agent: { id: null }, roles: 'given', turns: [], from },
});
const torn: Item = { kind: 'problem', problem: { place: { file: 'in.csv', line: 3 }, reason: 'torn' } };

test('a conversation that cannot be judged becomes a problem, and the run goes on', () => {
  const judge = ({ id }: Conversation): Assessment => {
    if (id === 'odd') throw new Error('what is this');
    return { id, agent_id: null } as Assessment;
  };
  const { assessments, problems } = judgedItems(
    [conversation('a'), torn, conversation('odd'), conversation('b')],
    judge,
  );
  expect(assessments.map(idOf)).toEqual(['a', 'b']);
  expect(problems).toMatchObject([{ reason: 'torn' }, { id: 'odd', reason: 'could not be judged: what is this' }]);
});
