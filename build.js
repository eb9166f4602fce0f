// Builds the package: TypeScript to dist/, then what is derived from it (the JSON Schema of an assessment).
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';

rmSync('dist', { recursive: true, force: true });
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], { stdio: 'inherit' });
const { assessmentJsonSchema } = await import('./dist/model/assessment-schema.js');
writeFileSync('dist/assessment.schema.json', `${JSON.stringify(assessmentJsonSchema(), null, 2)}\n`);
