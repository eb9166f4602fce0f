// Strengths and priorities: for each the figures, two or three moments, and other words that were possible.
import type { Choice } from '../../model/agent-summary.ts';
import type { Label } from '../../model/scorecard.ts';
import type { Phrase } from '../../model/suggestion.ts';
import { typographic } from '../words/typography.ts';
import type { AgentView, ShownChoice } from './agent-view.ts';
import { labelOf } from './labels.ts';
import type { Desk } from './layout.tsx';
import { Moment, quoted, type ShownMoment, turnRanges } from './moment.tsx';
import type { Notes } from './notes.tsx';

interface Props {
  readonly desk: Desk;
  readonly kind: 'strengths' | 'priorities';
  readonly choices: readonly ShownChoice[];
  readonly view: AgentView;
  readonly noted: Notes;
}

/** The cards of the strengths, or of the priorities. */
export function ChoiceCards({ desk, kind, choices, view, noted }: Props) {
  const w = desk.words.agent;
  const isGood = kind === 'strengths';
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind}>{isGood ? w.strengths : w.priorities}</h2>
      {choices.length === 0 ? (
        <p class="lead">{isGood ? w.noStrength : view.summary.judged === 0 ? '' : w.noPriority}</p>
      ) : (
        <>
          <p class="lead">
            {isGood ? w.strengthsLead : w.prioritiesLead}
            <noted.Mark of="choice" />
          </p>
          <div class="choices">
            {choices.map((one) => (
              <article key={one.choice.behaviour} class={`card ${isGood ? 'good' : 'work'}`}>
                <h3>{labelOf(desk, one.choice.behaviour)}</h3>
                <FigureLine desk={desk} choice={one.choice} view={view} isGood={isGood} noted={noted} />
                {isGood ? <Keep desk={desk} one={one} /> : <Work desk={desk} one={one} view={view} />}
              </article>
            ))}
          </div>
        </>
      )}
    </section>
  );
}

function FigureLine({
  desk,
  choice,
  view,
  isGood,
  noted,
}: {
  desk: Desk;
  choice: Choice;
  view: AgentView;
  isGood: boolean;
  noted: Notes;
}) {
  const { words, figures } = desk;
  const figure = view.summary.behaviours[choice.behaviour];
  const w = words.agent;
  const why =
    choice.against === 'team'
      ? isGood
        ? w.againstTeam.better
        : w.againstTeam.worse
      : isGood
        ? w.own.better
        : w.own.worse;
  return (
    <>
      <p class="figure-line">
        {words.times(figure.verdicts.shown, figure.occasions)}
        <noted.Mark of="shown" />
        {figure.team_shown === null ? '' : ` · ${words.teamTimes(figures.share(figure.team_shown))}`}
        {figure.verdicts.violated > 0 ? ` · ${w.violatedTimes(figure.verdicts.violated)}` : ''}
      </p>
      <p class="figure-line">
        {figure.team_shown === null ? '' : `${why} `}
        <span class="tag">{words.certainty[choice.certainty]}</span>
      </p>
    </>
  );
}

function Keep({ desk, one }: { desk: Desk; one: ShownChoice }) {
  const suggestion = desk.suggestions[one.choice.behaviour];
  return (
    <>
      {suggestion === undefined ? null : <p>{inLanguage(desk, suggestion.keep)}</p>}
      {one.moments.map((moment) => (
        <Moment key={momentKey(moment)} desk={desk} moment={moment} />
      ))}
    </>
  );
}

function Work({ desk, one, view }: { desk: Desk; one: ShownChoice; view: AgentView }) {
  const { words } = desk;
  const suggestion = desk.suggestions[one.choice.behaviour];
  const said = new Set<Phrase>();
  return (
    <>
      {suggestion === undefined ? null : (
        <p>
          <span class="label">{words.agent.aim}</span>
          {words.colon}
          {inLanguage(desk, suggestion.aim)}
        </p>
      )}
      {one.moments.map((moment) => {
        const judgement = moment.assessment.behaviours[one.choice.behaviour];
        const isViolated = judgement?.verdict === 'violated';
        const phrases = isViolated ? suggestion?.instead : suggestion?.say;
        const phrase = nextPhrase(phrases ?? [], moodAt(moment), said);
        return (
          <div key={momentKey(moment)}>
            <Moment desk={desk} moment={moment} />
            {!isViolated && judgement?.searched !== undefined && moment.turns === null ? (
              <p class="meta">{words.agent.searched(words.moment.turns(turnRanges(judgement.searched)))}</p>
            ) : null}
            {phrase === undefined ? null : (
              <div class="say">
                <p>{words.moment.insteadOf}</p>
                <p>
                  <b>{quoted(desk, spokenBy(view, inLanguage(desk, phrase)))}</b>
                </p>
              </div>
            )}
          </div>
        );
      })}
      {suggestion === undefined ? null : (
        <p>
          <span class="label">{words.agent.tryIt}</span>
          {words.colon}
          {inLanguage(desk, suggestion.try)}
        </p>
      )}
    </>
  );
}

function momentKey({ assessment, turn }: ShownMoment): string {
  return `${assessment.id} ${assessment.started_at} ${turn}`;
}

function inLanguage({ words }: Desk, label: Label): string {
  return words.lang === 'fr' ? typographic(label.fr) : label.en;
}

function moodAt({ assessment, turn }: ShownMoment): 'displeased' | 'calm' {
  const near = [turn - 2, turn - 1, turn, turn + 1].map((at) => assessment.emotion[at] ?? 0);
  return Math.min(...near) < 0 ? 'displeased' : 'calm';
}

// The first one that fits the client's mood and was not suggested yet; where all were, none.
function nextPhrase(phrases: readonly Phrase[], mood: 'displeased' | 'calm', said: Set<Phrase>): Phrase | undefined {
  const fit = phrases.filter(({ when }) => when === mood || when === 'any');
  const phrase = fit.find((one) => one.when === mood && !said.has(one)) ?? fit.find((one) => !said.has(one));
  if (phrase !== undefined) said.add(phrase);
  return phrase;
}

// Words to say are said with one's own first name, where the name is one.
function spokenBy({ summary }: AgentView, phrase: string): string {
  const first = /^\p{Lu}[\p{L}'’-]+(?=\s|$)/u.exec(summary.agent_name?.trim() ?? '')?.[0] ?? 'Camille';
  return phrase.replaceAll('{agent}', first);
}
