// The contract of a stream filter: every line in gets one line out, an assessment or a problem, in order.
import type { Assessment } from '../model/assessment.ts';
import type { Conversation } from '../model/conversation.ts';
import type { Problem } from '../model/place.ts';
import { parseLine } from '../readers/parse-line.ts';
import { idFromPlace } from '../readers/settle/place-id.ts';
import { ndjsonText } from '../writers/ndjson.ts';
import type { Judged, Lines } from './batch.ts';
import { idOf, judgedItem } from './judged-items.ts';
import { splitLines } from './split-lines.ts';

/** Answers each of some lines with exactly one. */
export function lineAnswers(
  { file, line, bytes, isTooLong }: Lines,
  judge: (conversation: Conversation) => Assessment,
  tooLong: string,
): Judged {
  const ids: string[] = [];
  const problems: Problem[] = [];
  let output = '';
  const setAside = (problem: Problem): void => {
    problems.push(problem);
    output += problemText(problem);
  };
  if (isTooLong) setAside({ place: { file, line: line + 1 }, reason: tooLong });
  let number = line;
  for (const text of splitLines(bytes)) {
    number += 1;
    const place = { file, line: number };
    if (text.trim() === '') {
      setAside({ place, reason: 'a blank line; a conversation is expected on every line' });
      continue;
    }
    const item = parseLine(text, place);
    // An id made from the place would depend on where the stream was cut.
    if (item.kind === 'conversation' && item.conversation.id === idFromPlace(place)) {
      setAside({ place, reason: 'no "id"; in a stream a conversation is known by nothing else' });
      continue;
    }
    const faults: Problem[] = [];
    const assessment = judgedItem(item, judge, faults);
    faults.forEach(setAside);
    if (assessment === undefined) continue;
    output += ndjsonText([assessment]);
    ids.push(idOf(assessment));
  }
  return { output, ids, problems };
}

// No place in it: the same line gets the same answer wherever a stream was cut.
function problemText({ id, reason }: Problem): string {
  return `${JSON.stringify({ id: id ?? null, problem: reason })}\n`;
}
