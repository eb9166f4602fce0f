// A bar of verdicts: shown, missed, violated, not applicable; told by pattern and number, not by colour alone.
import { type Verdict, verdicts } from '../../model/behaviour.ts';
import type { Desk } from './layout.tsx';

/** Signs of the verdicts, for where a bar has no room. */
export const verdictSigns: Readonly<Record<Verdict, string>> = { shown: '✓', missed: '○', violated: '✗', na: '·' };

/** Narrower parts bear no number; the bar's text says it. */
const narrowest = 0.09;

/** The bar of one behaviour. */
export function VerdictBar({ desk, counts }: { desk: Desk; counts: Readonly<Record<Verdict, number>> }) {
  const { words } = desk;
  const all = verdicts.reduce((sum, verdict) => sum + counts[verdict], 0);
  const told = verdicts.map((verdict) => `${words.verdicts[verdict]} ${counts[verdict]}`).join(', ');
  return (
    <div class="bar" role="img" aria-label={told} title={told}>
      {verdicts.map((verdict) =>
        counts[verdict] === 0 ? null : (
          <span key={verdict} class={`f-${verdict}`} style={`width:${((100 * counts[verdict]) / all).toFixed(2)}%`}>
            {counts[verdict] / all < narrowest ? '' : counts[verdict]}
          </span>
        ),
      )}
    </div>
  );
}

/** What the parts of the bars mean. */
export function VerdictLegend({ desk }: { desk: Desk }) {
  return (
    <ul class="legend">
      {verdicts.map((verdict) => (
        <li key={verdict}>
          <i class={`f-${verdict}`} />
          {desk.words.verdictsLong[verdict]}
        </li>
      ))}
    </ul>
  );
}
