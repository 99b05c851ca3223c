import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    exclude: ['test/workers/**', 'test/browser/**', 'node_modules/**'],
    // Both cores of a small machine: left to itself, vitest would take one.
    maxWorkers: '100%',
    // Files share what they import: read anew for each of them it was two thirds of the time. No module of ours keeps
    // anything but what it has worked out, and nothing is mocked.
    isolate: false,
    // On a machine that others use as well, seconds become a minute.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
