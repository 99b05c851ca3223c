import { XMLParser } from 'fast-xml-parser'
import { Refusal } from './refusal.ts'

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

// Only XML's own five; whoever declares more is turned away (XXE, entity bombs).
const entityDecoder = {
  decode: (text: string) =>
    text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? ''),
  addInputEntities: () => {
    throw new Refusal('content')
  },
  setExternalEntities: () => {},
  setXmlVersion: () => {},
  reset: () => {},
}

// Values stay strings: a MsgId is a 64-bit number and would lose its last digits.
const parser = new XMLParser({
  parseTagValue: false,
  entityDecoder,
  isArray: (name) => name === 'SelectedItem' || name === 'OptionId',
})

/** What stands inside `<xml>`; throws a Refusal where it cannot be read. */
export function readXml(text: string): unknown {
  try {
    return (parser.parse(text) as { xml?: unknown }).xml
  } catch {
    throw new Refusal('content')
  }
}

/** Text as a CDATA section; `]]>` inside would end it early and is split over two. */
export const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
