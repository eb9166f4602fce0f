// `npm run bundle`: one self-contained ecoute.mjs, with compiled rules and trained ear inside, that needs only a node binary.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { serialize } from 'node:v8';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const usage = 'npm run bundle -- [--out dist/ecoute.mjs] [--lexicons DIR] [--scorecard FILE]';

const { out, lexicons, scorecard } = options();
const work = join(root, 'node_modules', '.cache', `ecoute-bundle-${process.pid}`);
try {
  mkdirSync(work, { recursive: true });
  const carried = await carriedRules();
  const part = `${out}.part.mjs`;
  mkdirSync(dirname(out), { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: ['bundle/entry.js'],
    outfile: part,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'eof',
    // Packages of the older kind ask for node's own modules by `require`.
    banner: {
      js: "#!/usr/bin/env node\nimport { createRequire as bundleRequire } from 'node:module';\nconst require = bundleRequire(import.meta.url);",
    },
    plugins: [standIns(carried)],
    logLevel: 'warning',
  });
  renameSync(part, out);
  console.log(`${out}: ${(statSync(out).size / 1024 / 1024).toFixed(1)} MB, rules ${carried.shownHash}`);
} catch (error) {
  console.error(error.faults === undefined ? error : error.message);
  process.exitCode = error.faults === undefined ? 1 : 2;
} finally {
  rmSync(work, { recursive: true, force: true });
}

function options() {
  try {
    const { values } = parseArgs({
      options: { out: { type: 'string' }, lexicons: { type: 'string' }, scorecard: { type: 'string' } },
    });
    // npm runs scripts in the package's folder; names are meant from where the user stands.
    const from = process.env.INIT_CWD ?? process.cwd();
    const path = (name) => (name === undefined ? undefined : resolve(from, name));
    const chosen = path(values.out) ?? join(root, 'dist', 'ecoute.mjs');
    if (!chosen.endsWith('.mjs'))
      throw new Error('--out: the name must end in .mjs, or node takes the file for another kind');
    return {
      out: chosen,
      lexicons: path(values.lexicons) ?? join(root, 'lexicons'),
      scorecard: path(values.scorecard),
    };
  } catch (error) {
    console.error(`${error.message}\n${usage}`);
    process.exit(64);
  }
}

/** Compiles the rules with the code that the program itself uses, for every region. */
async function carriedRules() {
  const loader = join(work, 'load.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['src/lexicon/load.ts'],
    outfile: loader,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
  const { loadRules } = await import(pathToFileURL(loader).href);
  const rules = {};
  const earHashes = {};
  for (const region of ['', 'fr-FR', 'fr-CA']) {
    const sources = { lexicons, ...(scorecard && { scorecard }), ...(region && { region }) };
    rules[region] = packed(serialize(await loadRules({ ...sources, ears: 'lexicon' })));
    earHashes[region] = (await loadRules(sources)).hash;
  }
  const earFile = join(lexicons, 'model', 'ear.bin');
  const ear = existsSync(earFile) ? packed(readFileSync(earFile)) : null;
  const own = join(lexicons, 'speakers.yaml');
  const speakers = existsSync(own) ? own : join(root, 'lexicons', 'speakers.yaml');
  const texts = {
    'package.json': readFileSync(join(root, 'package.json'), 'utf8'),
    'lexicons/speakers.yaml': readFileSync(speakers, 'utf8'),
  };
  return { shownHash: earHashes[''], rules, ear, earHashes, texts };
}

function packed(content) {
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  return brotliCompressSync(content, { params: quality }).toString('base64');
}

/** Replaces what would look for files beside the program, and leaves out what no command of the bundle uses. */
function standIns(carried) {
  const replaced = {
    'src/lexicon/load.ts': "export * from './bundle/carried-rules.js';",
    'src/cli/commands.ts': "export * from './bundle/commands.js';",
    'src/package-file.ts': [
      `const texts = ${JSON.stringify(carried.texts)};`,
      'export const packageText = (path) => texts[path];',
      'export const moduleFile = () => new URL(import.meta.url);',
    ].join('\n'),
  };
  const leftOut = ['report', 'evaluate', 'evaluation-text', 'draw-sample', 'train', 'calibration-pages', 'flat-csv']
    .map((name) => `src/run/${name}.ts`)
    .concat('src/prove.ts', 'src/lexicon/suggestions.ts', 'src/agreement/agreement.ts');
  const inSource = (path) => path.slice(root.length).replaceAll('\\', '/');
  return {
    name: 'stand-ins',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^ecoute:carried$/ }, ({ path }) => ({ path, namespace: 'carried' }));
      onLoad({ filter: /.*/, namespace: 'carried' }, () => {
        const { rules, ear, earHashes } = carried;
        const parts = Object.entries({ rules, ear, earHashes });
        return {
          contents: parts.map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`).join('\n'),
        };
      });
      onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
        const name = inSource(path);
        if (Object.hasOwn(replaced, name)) return { contents: replaced[name], resolveDir: root };
        if (leftOut.includes(name)) return { contents: 'export {}; export const agreement = undefined;' };
        const text = readFileSync(path, 'utf8');
        if (!text.includes('createRequire(import.meta.url)')) return null;
        // A plain `require` is one that the bundler follows.
        const followed = text
          .replace(/^import \{ createRequire \}.*$/m, '')
          .replace('const require = createRequire(import.meta.url);', '')
          .replaceAll('createRequire(import.meta.url)', 'require');
        return { contents: followed, loader: 'ts' };
      });
    },
  };
}
