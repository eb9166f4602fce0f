// Folders and patterns (`exports/**/*.{csv,gz}`) → files, sorted by path. Hidden files and what is no transcript stay out.
import { readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Files that lie beside transcripts; they are read only where the user names them. */
const besides = /\.(md|ya?ml|wav|mp3|m4a|ogg|opus|flac|mp4|pdf|png|jpe?g|gif|svg|docx?|html?)$/i;

/** Whether a path is a pattern. */
export function isGlob(path: string): boolean {
  return /[*?[{]/.test(path);
}

/** Whether a file is no transcript by its name. */
export function isBeside(file: string): boolean {
  return besides.test(file);
}

/** All files below a folder. */
export function filesUnder(folder: string): string[] {
  return walk(folder)
    .filter((file) => !isBeside(file))
    .sort(byCode);
}

/** The files that a pattern matches: `*` within a name, `**` across folders, `?`, `[a-z]`, `{a,b}`. */
export function filesMatching(pattern: string): string[] {
  const parts = pattern.split('/');
  const firstMagic = parts.findIndex(isGlob);
  const base = parts.slice(0, firstMagic).join('/');
  const root = base === '' ? (pattern.startsWith('/') ? '/' : '.') : base;
  const matcher = new RegExp(`^${regexOf(parts.slice(firstMagic).join('/'))}$`, 'u');
  const depth = pattern.includes('**') ? Number.POSITIVE_INFINITY : parts.length - firstMagic;
  const prefix = base === '' ? (pattern.startsWith('/') ? '/' : '') : `${base}/`;
  return walk(root, depth)
    .map((file) => file.slice(root === '.' ? 2 : prefix.length))
    .filter((file) => matcher.test(file.split(sep).join('/')))
    .map((file) => prefix + file)
    .sort(byCode);
}

function walk(folder: string, depth = Number.POSITIVE_INFINITY): string[] {
  let entries: ReturnType<typeof entriesOf>;
  try {
    entries = entriesOf(folder);
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    if (entry.name.startsWith('.')) return [];
    const path = folder === '.' ? `.${sep}${entry.name}` : join(folder, entry.name);
    if (entry.isDirectory()) return depth > 1 ? walk(path, depth - 1) : [];
    if (entry.isFile()) return [path];
    return entry.isSymbolicLink() && statSync(path, { throwIfNoEntry: false })?.isFile() ? [path] : [];
  });
}

function entriesOf(folder: string) {
  return readdirSync(folder, { withFileTypes: true });
}

function regexOf(glob: string): string {
  let braces = 0;
  return glob.replace(/\*\*\/|\*\*|\*|\?|\[!?[^\]]+\]|\{|\}|,|[\\^$+.()|[\]]/g, (token) => {
    if (token === '**/') return '(?:[^/]+/)*';
    if (token === '**') return '.*';
    if (token === '*') return '[^/]*';
    if (token === '?') return '[^/]';
    if (token === '{') return ++braces > 0 ? '(?:' : '';
    if (token === '}') return braces-- > 0 ? ')' : '\\}';
    if (token === ',') return braces > 0 ? '|' : ',';
    if (token.length > 1) return token.replace('[!', '[^');
    return `\\${token}`;
  });
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
