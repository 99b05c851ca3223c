'use strict'
// Loaded with `node -r` before every script, in a form that any Node can read: an older Node would stop at the
// first type annotation of a .ts file with an error that helps nobody.
const major = Number(process.versions.node.split('.')[0])
if (major !== 24) {
  console.error(
    `督导助手需要 Node 24，当前是 ${process.version}。请在项目目录运行 npm ci（会装好 Node 24），再用 npm start 等命令启动。` +
      ' / Dudao needs Node 24: run "npm ci" here, then use the npm scripts.',
  )
  process.exit(1)
}
