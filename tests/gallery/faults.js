// What a machine can see on a screen that is wrong, each as a sentence. It is one function of what it should look for:
// `tap` is the least size of what can be pressed, in pixels (0 for any); `type` that of words, in rem (0 for any).
({ tap, type }) => {
  const faults = []
  const PRESSED = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]"
  const styles = new Map()
  const style = (element) => styles.get(element) ?? styles.set(element, getComputedStyle(element)).get(element)
  const above = function* (element) {
    for (let one = element.parentElement; one; one = one.parentElement) yield one
  }
  const clips = (value) => value === "hidden" || value === "clip"
  const scrolls = (value) => value === "auto" || value === "scroll"

  // A few words by which somebody finds it again.
  const called = (element) => {
    const name = element.tagName.toLowerCase() + (element.classList.length ? `.${[...element.classList].join(".")}` : "")
    const said = (element.getAttribute("aria-label") ?? element.textContent ?? "").trim().replace(/\s+/g, " ")
    return `${name} “${said.slice(0, 40)}”`
  }

  const unseen = (element) =>
    [element, ...above(element)].some((one) => one.matches(".unseen, .skip, template, dialog:not([open])")) ||
    !element.checkVisibility({ visibilityProperty: true })

  // What is left of its box within all that scrolls or cuts it off around it.
  const inSight = (element) => {
    let { left, top, right, bottom } = element.getBoundingClientRect()
    for (const one of above(element)) {
      const { overflowX, overflowY } = style(one)
      const box = one.getBoundingClientRect()
      if (overflowX !== "visible") (left = Math.max(left, box.left)), (right = Math.min(right, box.right))
      if (overflowY !== "visible") (top = Math.max(top, box.top)), (bottom = Math.min(bottom, box.bottom))
    }
    return { left, top, right, bottom }
  }
  const afloat = (element) => [element, ...above(element)].find((one) => ["fixed", "sticky"].includes(style(one).position))

  const wide = document.documentElement.scrollWidth
  if (wide > innerWidth) faults.push(`the page is wider than the window: ${wide} of ${innerWidth} px`)

  const all = [...document.body.querySelectorAll("*")].filter((element) => !unseen(element))
  for (const element of all) {
    const { overflowX, overflowY, textOverflow, webkitLineClamp } = style(element)
    if (textOverflow === "ellipsis" || webkitLineClamp !== "none" || !element.textContent.trim()) continue
    if (element.closest("svg, select")) continue
    const tall = clips(overflowY) && element.scrollHeight > element.clientHeight + 1
    const broad = clips(overflowX) && element.scrollWidth > element.clientWidth + 1
    if (tall || broad) faults.push(`cut off: ${called(element)}`)
  }

  const pressed = all.filter((element) => element.matches(PRESSED)).map((element) => ({ element, box: inSight(element) }))
  const there = pressed.filter(({ box }) => box.right - box.left > 1 && box.bottom - box.top > 1)
  const related = (a, b) => a.contains(b) || b.contains(a) || (a.closest("label") ?? a) === (b.closest("label") ?? b)
  there.forEach(({ element: a, box: one }, at) => {
    for (const { element: b, box: other } of there.slice(at + 1)) {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
      if (across > 3 && down > 3 && !related(a, b) && afloat(a) === afloat(b)) faults.push(`over each other: ${called(a)} and ${called(b)}`)
    }
  })

  const inWords = (element) => style(element).display === "inline" && element.closest("p, li, dd")
  for (const { element } of tap ? there : []) {
    const target = element.matches("input[type=radio], input[type=checkbox]") ? (element.closest("label") ?? element) : element
    const { width, height } = target.getBoundingClientRect()
    if (!inWords(element) && Math.min(width, height) < tap - 0.5)
      faults.push(`too small for a finger, ${Math.round(width)} by ${Math.round(height)} px: ${called(element)}`)
  }

  const least = Math.floor(type * parseFloat(style(document.documentElement).fontSize))
  const small = new Map()
  for (const element of type ? all : []) {
    const says = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())
    const size = parseFloat(style(element).fontSize) * (element.currentCSSZoom ?? 1)
    if (says && size < least - 0.5 && !element.closest(".pin")) small.set(Math.round(size), called(element))
  }
  for (const [size, element] of small) faults.push(`too small to be read from afar, ${size} of ${least} px: ${element}`)
  return [...new Set(faults)]
}
