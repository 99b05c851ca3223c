import type { Heard } from '../hear.ts'
import type { Understanding } from '../understanding.ts'

const BRIEF =
  /小结|总结(?!会)|简报|周报|月报|季报|半年报|年报|汇总|汇个总|工作量|督导(?:工作)?情况|动向|全市(?:啥|什么)?情况|综述|述职|年度报告|(?<![领督辅指教])导出|(?:出|写|来|要)(?:一|个)?份?[^,。]{0,10}(?:报告|材料)(?!审)/
const WANTED =
  /导|发我|发一份|给我|来一?份|出[个一]|生成|整理|汇总|看|要|说说|怎么样|啥|什么|如何|写|小结$|总结$|简报$|月报$|周报$|年报$|年度(?:工作|督导)?报告[\s。]*$|表$|一份|有没有|了没/
const DID = /我[^,。]{0,6}(?:干|做)了(?:哪些|什么|多少)(?:活|事|工作)|汇个?总[\s。]*$/
const ELSE =
  /手机号|电话号|身份证|密码|培训|整改报告|家长会|发言稿|论文|会议(?!纪要)|教学(?:工作)?总结|学习总结|班级/

/** A brief, a weekly, monthly or yearly summary, an export of a stretch of time. */
export function readSummary({ plain }: Heard): Understanding | null {
  if (ELSE.test(plain)) return null
  return (BRIEF.test(plain) && WANTED.test(plain)) || DID.test(plain) ? { intent: 'query_summary' } : null
}
