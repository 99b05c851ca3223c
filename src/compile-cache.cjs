'use strict'
// Keeps what Node makes of our TypeScript. From the second start on nothing has to be stripped of its types: what does that
// is not loaded, which is 20 MB less (170 → 150) and a faster start. Where the folder cannot be written, nothing is kept.
const { enableCompileCache } = require('node:module')
const { join } = require('node:path')

enableCompileCache(join(__dirname, '../node_modules/.cache/node'))
