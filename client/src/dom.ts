/** What the page itself says: which festival this is, and as whom we are here. */

const data = document.body.dataset

export const code = data["code"] ?? ""
export const role = data["role"] ?? "participant"
export const person = data["person"] ?? ""
export const joinUrl = data["join"] ?? ""

/** The hosts whose calls may be shown within this page. */
export const callHosts = (data["calls"] ?? "").split(" ").filter((host) => host !== "")

/** The prefix of everything this page keeps in the browser: on a shared device, each person has a shelf of their own. */
export const shelf = `festijn:${code}:${role}:${person}`
