/** The little of Node that the tests use. */
declare module "node:test" {
  export function test(name: string, body: () => void): void
}
declare module "node:assert/strict" {
  const assert: {
    equal(actual: unknown, expected: unknown): void
    deepEqual(actual: unknown, expected: unknown): void
  }
  export default assert
}
