// Tests of the sources, and tests of the command line against a package that is built once for them.
import { defineConfig } from 'vitest/config';

const timeouts = { testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    projects: [
      { test: { ...timeouts, name: 'sources', include: ['tests/**/*.test.{ts,tsx}'], exclude: ['tests/cli/**'] } },
      {
        test: {
          ...timeouts,
          name: 'command line',
          include: ['tests/cli/**/*.test.ts'],
          globalSetup: ['tests/cli/built-package.ts'],
        },
      },
    ],
  },
});
