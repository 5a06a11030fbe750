/** Limits of the HTTP surface. Each is crossed by a test. */

/** JSON body, bytes: an organisation with every list full takes about 100 kB. */
export const BODY_BYTES_MAX = 1024 * 1024
/** One uploaded file, bytes as sent (packed or not): the largest official CORDIS file has about 120 MB unpacked. */
export const UPLOAD_BYTES_MAX = 256 * 1024 * 1024
/** Files in one import: CORDIS comes as five. */
export const UPLOAD_FILES_MAX = 10
/** Time for a request to arrive whole, ms: a 256 MB upload at 10 Mbit/s. */
export const REQUEST_TIMEOUT_MS = 5 * 60 * 1000
/** Time for an answer, ms. */
export const HANDLER_TIMEOUT_MS = 30 * 1000
/** Time for a report, ms: one of 200 clusters as PDF takes half a minute where the machine is busy, and others may be written before it. */
export const REPORT_TIMEOUT_MS = 5 * 60 * 1000
/** Time for an import or for following a run, ms: a run's own limit and then some. */
export const LONG_HANDLER_TIMEOUT_MS = 30 * 60 * 1000
/** Writes of one address in a minute: a person with a script, not a flood. */
export const WRITES_PER_MINUTE_MAX = 600
/** Length of an address, characters: the longest share link has about 1,500. */
export const URL_LENGTH_MAX = 8000
