import { XMLParser, XMLValidator } from 'fast-xml-parser'

/** Text becomes CDATA and numbers stay bare, as in WeCom's own callbacks; a list repeats its element. */
type XmlScalar = string | number | bigint
export type XmlValue = XmlScalar | XmlFields | (XmlScalar | XmlFields)[]
export type XmlFields = { [element: string]: XmlValue }

/** Builds `<xml>…</xml>` in the order of the fields. */
export const buildXml = (fields: XmlFields): string => `<xml>${elements(fields)}</xml>`

const elements = (fields: XmlFields): string =>
  Object.entries(fields)
    .map(([name, value]) =>
      [value]
        .flat()
        .map((one) => `<${name}>${content(one)}</${name}>`)
        .join(''),
    )
    .join('')

function content(value: XmlScalar | XmlFields): string {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  // `]]>` inside the text would end the section early.
  return typeof value === 'string'
    ? `<![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
    : elements(value)
}

/** Reads what is inside `<xml>`; every value stays a string, since 64-bit ids do not fit a number. Throws on broken XML. */
export function readXml(text: string): Record<string, unknown> {
  const valid = XMLValidator.validate(text)
  if (valid !== true) throw new Error(`the XML is broken: ${valid.err.msg}`)
  const parser = new XMLParser({ parseTagValue: false, trimValues: true, processEntities: false })
  const root: unknown = (parser.parse(text) as { xml?: unknown }).xml
  if (typeof root !== 'object' || root === null) throw new Error('the XML has no <xml> element')
  return root as Record<string, unknown>
}
