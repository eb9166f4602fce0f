// The pages as a browser shows them: accessible, nothing fetched, nothing run, nothing wider than the screen.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hostile } from './hostile.ts';
import { folderForTest, reportForTest } from './report-for-test.ts';
import { scored } from './scored.ts';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const isNeeded = process.env.CI !== undefined && process.env.CI !== '';

if (executablePath === undefined && !isNeeded)
  console.warn('No Chromium here: the pages are not looked at (install the package chromium).');

test.runIf(executablePath === undefined && isNeeded)('a browser is there', () => {
  expect.fail('no Chromium: where CI is set, the pages must be looked at');
});

let browser: Browser;

const folders: string[] = [];
let french: string;

beforeAll(async () => {
  if (executablePath === undefined) return;
  french = await fullReport('fr');
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
  browser = await chromium.launch({ executablePath, args });
});

afterAll(async () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  await browser?.close();
});

const withBrowser = test.skipIf(executablePath === undefined);

// Every kind of page with everything on it: moments of all kinds, and agents of few and of many conversations.
async function fullReport(lang: 'fr' | 'en'): Promise<string> {
  const out = mkdtempSync(join(tmpdir(), 'ecoute-pages-'));
  folders.push(out);
  const lines = [
    ['agent', 'Bonjour, Nadia du service clients, que puis-je faire pour vous ?'],
    ['client', 'bonjour c’est la troisième fois que j’appelle, ça suffit'],
    ['agent', 'Ce n’est pas possible, monsieur.'],
    ['client', 'bon merci quand même'],
  ] as const;
  const assessments = ['A1', 'A2', 'A3'].flatMap((agent, n) =>
    Array.from({ length: n === 2 ? 2 : 9 }, (_, at) =>
      scored({
        id: `${agent}-${at}`,
        agent,
        name: `Agent ${n}`,
        at: `2026-03-${String(2 + at * 3).padStart(2, '0')}T0${at}:30:00`,
        quality: 40 + n * 20 + at * 3,
        verdicts: { warmth: n === 0 ? 'violated' : 'shown', calm: n === 0 ? 'missed' : 'shown', listening: 'na' },
        evidence: [
          { turn: 0, quote: 'Bonjour' },
          { marker: 'repeat-contact', turn: 1, start: 8, end: 35, quote: 'c’est la troisième fois que' },
          { marker: 'refusal', turn: 2, start: 0, end: 22, quote: 'Ce n’est pas possible,' },
          { marker: 'trend-report', turn: 2, start: 0, end: 2, quote: 'Ce' },
          { marker: 'thanks', turn: 3, start: 4, end: 9, quote: 'merci' },
        ],
        emotion: [null, -2, null, 1],
        flags: [{ from: 1, to: 2, peak: -2, recovered: true }],
        alerts: ['repeat-contact', 'abuse'],
      }),
    ),
  );
  const transcripts = Object.fromEntries(assessments.map(({ id }) => [id, lines]));
  await reportForTest(out, { assessments, transcripts, lang });
  return out;
}

function pagesIn(folder: string): string[] {
  const html = (part: string, most: number): string[] =>
    readdirSync(join(folder, part))
      .filter((name) => name.endsWith('.html'))
      .slice(0, most)
      .map((name) => join(folder, part, name));
  return [...html('.', 9), ...html('agents', 6), ...html('conversations', 1)];
}

interface Seen {
  readonly page: Page;
  readonly requests: readonly string[];
}

async function opened(file: string, width: number, colorScheme: 'light' | 'dark' = 'light'): Promise<Seen> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  return { page, requests };
}

async function violations(page: Page): Promise<string[]> {
  // The page's own policy forbids scripts; the debugger's way in is not bound by it.
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: { run: (o: object) => Promise<{ violations: Found[] }> } }).axe.run;
    interface Found {
      readonly id: string;
      readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
    }
    const { violations } = await run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 2)
        .map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary.slice(0, 200)}`),
    );
  });
  return found;
}

withBrowser('no page has a fault of accessibility, light or dark, narrow or wide', { timeout: 120_000 }, async () => {
  const english = await fullReport('en');
  for (const [folder, width, scheme] of [
    [english, 360, 'light'],
    [french, 1200, 'dark'],
  ] as const) {
    for (const file of pagesIn(folder)) {
      const { page } = await opened(file, width, scheme);
      expect([file.slice(folder.length), ...(await violations(page))]).toEqual([file.slice(folder.length)]);
      await page.close();
    }
  }
});

withBrowser('nothing is fetched, and nothing is wider than the screen', { timeout: 120_000 }, async () => {
  const folder = french;
  for (const width of [360, 900, 1600]) {
    for (const file of pagesIn(folder)) {
      const { page, requests } = await opened(file, width);
      expect(requests).toHaveLength(1);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await page.close();
    }
  }
});

withBrowser(
  'hostile names and texts run nothing, fetch nothing and break no layout',
  { timeout: 120_000 },
  async () => {
    const folder = folderForTest();
    await reportForTest(folder, hostile);
    for (const width of [360, 1200]) {
      for (const file of pagesIn(folder)) {
        const { page, requests } = await opened(file, width);
        expect(requests).toHaveLength(1);
        expect(await page.evaluate(() => (globalThis as { hacked?: number }).hacked)).toBeUndefined();
        expect([file, await overflow(page)]).toEqual([file, 0]);
        await page.close();
      }
    }
  },
);

withBrowser('every link inside the report leads somewhere', { timeout: 60_000 }, async () => {
  const folder = french;
  for (const file of pagesIn(folder)) {
    const { page } = await opened(file, 900);
    const links = await page.evaluate(() => [...document.querySelectorAll('a')].map((a) => a.href));
    for (const link of links) {
      const { pathname, hash } = new URL(link);
      const target = decodeURIComponent(pathname);
      expect(existsSync(target)).toBe(true);
      if (hash !== '') expect(readFileSync(target, 'utf8')).toContain(`id="${hash.slice(1)}"`);
    }
    await page.close();
  }
});

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
