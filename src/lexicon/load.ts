// Lexicon directory → rules, through a cache: compiling takes half a second, reading what was compiled takes hardly any.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { IoError, RuleError } from '../errors.ts';
import type { Rules } from '../model/rules.ts';
import { packageRoot } from '../package-file.ts';
import type { LexiconText } from './lexicon-text.ts';

export type Region = 'fr-FR' | 'fr-CA';

export interface RuleOptions {
  /** Lexicon directory; the package's own by default. */
  readonly lexicons?: string;
  /** Scorecard file; `scorecard.yaml` of the directory by default. */
  readonly scorecard?: string;
  /** Only this region's pack; both by default. */
  readonly region?: Region;
  /** The phrases alone, or the trained ear beside them (where the directory has one). */
  readonly ears?: 'lexicon' | 'both';
}

/** Bump when the compiled form changes. */
const format = 14;

/** Loads the rules. Throws RuleError with every fault at once, IoError where the directory cannot be read. */
export async function loadRules(options: RuleOptions = {}): Promise<Rules> {
  const files = readFiles(options);
  const hash = hashOf([...files, ...speakersOf(options)]);
  const ear = options.ears === 'lexicon' ? null : readEar(options);
  const rules = readCache(hash) ?? (await compiled(files, hash));
  return ear
    ? { ...rules, ear, hash: createHash('sha256').update(rules.hash).update(ear).digest('hex').slice(0, 16) }
    : rules;
}

async function compiled(files: readonly LexiconText[], hash: string): Promise<Rules> {
  const { compile } = await import('./compile.ts');
  const { rules, faults } = compile(files, hash.slice(0, 16));
  if (faults.length > 0) throw new RuleError(faults);
  writeCache(hash, rules);
  return rules;
}

function readEar({ lexicons }: RuleOptions): Uint8Array | null {
  try {
    return readFileSync(join(lexicons ?? join(packageRoot, 'lexicons'), 'model', 'ear.bin'));
  } catch {
    return null;
  }
}

function readFiles(options: RuleOptions): LexiconText[] {
  const root = options.lexicons ?? join(packageRoot, 'lexicons');
  const files: LexiconText[] = [];
  const read = (path: string) => files.push({ path, text: readText(join(root, path)) });
  const regions = options.region ? [options.region] : ['fr-CA', 'fr-FR'];
  for (const folder of ['fr', ...regions, 'words'])
    for (const name of yamlNames(join(root, folder), folder === 'fr')) read(`${folder}/${name}`);
  for (const name of ['emotion.yaml']) read(name);
  files.push({ path: 'scorecard.yaml', text: readText(options.scorecard ?? join(root, 'scorecard.yaml')) });
  // The trained judge is a help, not a need: without the file the rules alone decide.
  if (existsSync(join(root, 'model/judge.json'))) read('model/judge.json');
  return files;
}

/** Nothing is compiled from it, but who is judged as the agent depends on it. */
function speakersOf({ lexicons }: RuleOptions): LexiconText[] {
  const file = join(lexicons ?? join(packageRoot, 'lexicons'), 'speakers.yaml');
  return existsSync(file) ? [{ path: 'speakers.yaml', text: readText(file) }] : [];
}

function yamlNames(folder: string, isNeeded: boolean): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort();
  } catch {
    if (isNeeded)
      throw new IoError(
        `no lexicons in ${folder}: a directory with fr/, words/, emotion.yaml and scorecard.yaml is expected`,
        66,
      );
    return [];
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new IoError(`cannot read the rule file ${file}`, 66);
  }
}

function hashOf(files: readonly LexiconText[]): string {
  const hash = createHash('sha256').update(`ecoute rules ${format}\n`);
  for (const { path, text } of files) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex');
}

/** Where compiled rules may lie: shipped with the package, or the user's cache. */
function cacheFolders(): string[] {
  const own = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return [join(packageRoot, 'dist', 'rules'), join(own, 'ecoute')];
}

function readCache(hash: string): Rules | null {
  for (const folder of cacheFolders()) {
    try {
      return deserialize(readFileSync(join(folder, `${hash}.rules`))) as Rules;
    } catch {
      // Not there, cut short, or of a node that writes another way: compile anew.
    }
  }
  return null;
}

function writeCache(hash: string, rules: Rules): void {
  const folder = cacheFolders()[1]!;
  try {
    mkdirSync(folder, { recursive: true });
    const temporary = join(folder, `${hash}.${process.pid}.tmp`);
    writeFileSync(temporary, serialize(rules));
    renameSync(temporary, join(folder, `${hash}.rules`));
  } catch {
    // A read-only home only costs the next start half a second.
  }
}
