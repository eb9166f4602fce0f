// Tests of the sources, and tests of the command line (on Apache Spark too) against a package that is built once for them.
import { defineConfig } from 'vitest/config';

const timeouts = { testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...timeouts,
          name: 'sources',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/cli/**', 'tests/spark/**'],
        },
      },
      {
        test: {
          ...timeouts,
          name: 'command line',
          include: ['tests/cli/**/*.test.ts', 'tests/spark/**/*.test.ts'],
          globalSetup: ['tests/cli/built-package.ts'],
        },
      },
    ],
  },
});
