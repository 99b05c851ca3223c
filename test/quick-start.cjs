'use strict'
// Node reads the package.json of a .js file anew for each import of it, and drizzle-orm's is 178 kB long: half of the
// time of a start. These tests start fifty times.
const { registerHooks } = require('node:module')

registerHooks({
  resolve: (specifier, context, next) =>
    specifier.startsWith('.') && context.parentURL?.includes('/node_modules/drizzle-orm/')
      ? { url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true }
      : next(specifier, context),
})
