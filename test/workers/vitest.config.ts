import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const root = new URL('../..', import.meta.url).pathname

/** A ring of tests inside workerd, with a real D1 and the migrations as they are deployed. */
export default defineConfig({
  plugins: [
    cloudflareTest(async () => ({
      wrangler: { configPath: `${root}wrangler.toml` },
      miniflare: {
        cf: false,
        bindings: { MIGRATIONS: await readD1Migrations(`${root}db/migrations`) },
        // Nothing leaves this machine: what no test answers fails.
        outboundService: () => {
          throw new Error('a request that nobody answers')
        },
      },
    })),
  ],
  // One isolate for all files: loading the assistant into workerd takes longer than all that is done with it.
  test: {
    root,
    include: ['test/workers/**/*.test.ts'],
    isolate: false,
    maxWorkers: 1,
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
})
