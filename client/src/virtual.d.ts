/** The catalogue of one language, as text. The build chooses which. */
declare module "virtual:words" {
  const text: string
  export default text
}
