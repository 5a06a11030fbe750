/** Text that XML 1.0 can carry. */

const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** Characters XML 1.0 cannot hold, even escaped (most control characters, lone surrogates), become U+FFFD; line ends and tabs one blank, as an attribute would read them. */
export const xmlCharacters = (text: string): string => text.replace(NOT_XML, '\uFFFD').replace(/[\t\r\n]+/g, ' ')

/** What is safe as it stands: most words and all ids. */
const PLAIN = /^[\w .,:;()/#-]*$/

/** The text between tags or in an attribute. */
export const escapeXml = (text: string): string =>
  PLAIN.test(text) ? text : xmlCharacters(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
