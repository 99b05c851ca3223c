/** All of ECharts in one file: its 500 modules would take ten times as long to load, and 70 MB more. */
declare module 'echarts/dist/echarts.esm.min.mjs' {
  export { init } from 'echarts/core'
}
