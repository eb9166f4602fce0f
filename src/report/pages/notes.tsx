// Footnotes: every figure says what it means, on hover and at the foot of the page.
import type { ReportWords } from '../words/fr.ts';

/** Names of the notes. */
export type NoteId = Exclude<keyof ReportWords['notes'], 'title' | 'few'>;

/** A mark that leads to its note; the note itself shows on hover. */
export interface Notes {
  readonly Mark: (props: { readonly of: NoteId }) => preact.JSX.Element;
  readonly List: () => preact.JSX.Element;
}

/** The notes of one page, numbered in the order given. */
export function notes(words: ReportWords, ids: readonly NoteId[]): Notes {
  return {
    Mark: ({ of }) => {
      const number = ids.indexOf(of) + 1;
      return (
        <sup>
          <a href={`#note-${number}`} title={words.notes[of]} aria-label={`note ${number}`}>
            {number}
          </a>
        </sup>
      );
    },
    List: () => (
      <section class="notes" aria-labelledby="notes">
        <h2 id="notes">{words.notes.title}</h2>
        <ol>
          {ids.map((id, at) => (
            <li key={id} id={`note-${at + 1}`}>
              {words.notes[id]}
            </li>
          ))}
        </ol>
      </section>
    ),
  };
}
