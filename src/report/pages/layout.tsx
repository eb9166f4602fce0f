// The frame of every page: title, way back, content, foot. Self-contained: no script, nothing fetched.
import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { MarkerId } from '../../model/marker.ts';
import type { Scorecard } from '../../model/scorecard.ts';
import type { Suggestions } from '../../model/suggestion.ts';
import type { ReportWords } from '../words/fr.ts';
import type { Figures } from '../words/numbers.ts';
import { style } from './style.ts';

/** What every page needs to speak: words, figures, the grid and its suggestions, and the way to other pages. */
export interface Desk {
  readonly words: ReportWords;
  readonly figures: Figures;
  readonly scorecard: Scorecard;
  readonly suggestions: Suggestions;
  /** Path of the page of a conversation from the root of the report; null where it has none. */
  readonly conversationPage: (id: string, startedAt: string | null) => string | null;
  readonly markerLabel: (marker: MarkerId) => string;
  /** Whether the words of the conversations were given. */
  readonly hasTranscripts: boolean;
}

/** A step in the way back to the first page. */
export interface Crumb {
  readonly label: string;
  readonly href: string;
}

interface FrameProps {
  readonly desk: Desk;
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  readonly children: ComponentChildren;
}

// Nothing may run and nothing may be fetched, whatever a transcript holds.
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

function Frame({ desk, title, crumbs, children }: FrameProps) {
  const { words } = desk;
  return (
    <html lang={words.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="referrer" content="no-referrer" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <a class="skip" href="#content">
          {words.nav.skip}
        </a>
        <header class="top">
          {crumbs.length === 0 ? null : (
            <nav class="top" aria-label={words.nav.pages}>
              <ul>
                {crumbs.map(({ label, href }) => (
                  <li key={href}>
                    <a href={href}>{label}</a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </header>
        <main id="content">{children}</main>
        <footer>
          <p>{words.nav.madeBy}</p>
        </footer>
      </body>
    </html>
  );
}

/** A whole page as text. */
export function pageText(desk: Desk, title: string, crumbs: readonly Crumb[], content: VNode): string {
  const page = (
    <Frame desk={desk} title={title} crumbs={crumbs}>
      {content}
    </Frame>
  );
  return `<!doctype html>\n${renderToString(page)}\n`;
}

/** A chart drawn on the server; its text is ours and already escaped. */
export function Chart({ svg }: { readonly svg: string }) {
  return <div dangerouslySetInnerHTML={{ __html: svg }} />;
}

/** A link to the table of the same figures for a spreadsheet. */
export function CsvLink({ desk, href }: { readonly desk: Desk; readonly href: string }) {
  return (
    <p class="csv">
      <a href={href} download>
        {desk.words.index.csv}
      </a>
    </p>
  );
}
