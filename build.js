// Builds the package: TypeScript to dist/, then what is derived from it: the JSON Schema of an assessment, the compiled rules.
import { execFileSync } from 'node:child_process';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';

rmSync('dist', { recursive: true, force: true });
const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--emitDeclarationOnly'];
execFileSync(process.execPath, tsc, { stdio: 'inherit' });

// Opening hundreds of small modules is half of a start: they go into few files, by what is used together.
await build({
  entryPoints: [
    'src/index.ts',
    'src/cli/main.ts',
    'src/run/worker.ts',
    'src/run/report-thread.ts',
    'src/lexicon/load.ts',
    'src/model/assessment-schema.ts',
    'src/readers/settle/speaker-file.ts',
  ],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
});

const { assessmentJsonSchema } = await import('./dist/model/assessment-schema.js');
writeFileSync('dist/assessment.schema.json', `${JSON.stringify(assessmentJsonSchema(), null, 2)}\n`);

// Compiling the lexicons takes a second and much memory, and reading YAML is slow: it is done here once, so that not even the first run pays for it.
process.env.XDG_CACHE_HOME = resolve('dist');
const { loadRules } = await import('./dist/lexicon/load.js');
try {
  for (const region of [undefined, 'fr-FR', 'fr-CA']) await loadRules(region === undefined ? {} : { region });
  renameSync('dist/ecoute', 'dist/rules');
  const { compiledSpeakers } = await import('./dist/readers/settle/speaker-file.js');
  writeFileSync('dist/speakers.json', await compiledSpeakers());
} catch (error) {
  // A package with a fault in its lexicons still builds: `ecoute check` tells where it is.
  console.error(`the rules were not compiled:\n${error.message}`);
}
