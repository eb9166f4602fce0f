// The facts about a conversation that need no lexicon: timing, turn order, repetition, the course of the client's emotion.
// A scorecard names them as conditions (`fact: silent-wait, at-least: 60`).

/** Every fact, with what its value measures. */
export const facts = {
  'agent-turns': 'number of turns of the agent',
  'client-turns': 'number of turns of the client',
  call: '1 for a call, 0 for a chat',
  'name-available': '1 where the client has a name: in the metadata, redacted in the text, or said by the agent',
  'agent-named': '1 where the export names the agent',
  'agent-words': 'mean number of words in a turn of the agent',
  'curt-share': 'share of the agent’s turns that have three words or fewer',
  'lively-share': 'share of the agent’s turns with an exclamation mark or an emoji',
  'question-share': 'share of the agent’s turns with a question mark',
  'figure-share': 'share of the agent’s turns that give a figure, a date or a time',
  'silent-wait': 'longest unannounced silence before a turn of the agent, in seconds',
  'announced-wait': 'longest silence that the agent had announced, in seconds',
  overlaps: 'turns of the agent that begin while the client still speaks',
  'client-waits': 'times the client had to write or speak again because nobody answered',
  'agent-repeats': 'turns of the agent that say nearly the same as an earlier one',
  'client-repeats': 'turns of the client that say nearly the same as an earlier one',
  'unanswered-questions': 'questions of the client whose next answer shares no word with them, or that got none',
  'agent-spoke-last': '1 where the last person to speak was the agent',
  'client-spoke-last': '1 where the last person to speak was the client',
  'ended-by-system': '1 where the transcript ends on a line of the system',
  'several-agents': '1 where more than one agent speaks',
  displeasure: 'turns of the client with an unpleasant emotion of -1 or less, or frustration or distress heard',
  'displeasure-peak': 'size of the strongest unpleasant emotion, 0 to 3',
  'displeasure-met': 'share of the displeased turns answered by empathy or an apology in the agent’s next two turns',
  'displeasure-at-end': 'size of the unpleasant emotion in the client’s last turn, 0 to 3',
  'delight-peak': 'size of the strongest pleasant emotion, 0 to 3',
  recovery: 'rise from the client’s lowest emotion to the last one',
} as const;

export type FactId = keyof typeof facts;

export const factIds = Object.keys(facts) as readonly FactId[];

/** What a fact amounts to in one conversation, and the turns that it was read from. */
export interface Fact {
  readonly value: number;
  readonly turns: readonly number[];
}
