import { expect, test } from 'vitest'
import { readWorkbook } from '@/lib/platform/files/read'
import { HARMLESS, HOSTILE } from '../support/hostile-workbooks'

const MB = 1024 * 1024
const resident = () => process.memoryUsage().rss / MB
const collect = () => (globalThis as { gc?: () => void }).gc?.()

test('P6 each hostile file is refused in under 5 s; memory grows by less than 150 MB and comes back', async () => {
  await readWorkbook(HARMLESS())
  const slow: string[] = []
  const letIn: string[] = []
  let highest = 0
  // Making the files is the test's own doing: what counts is what reading them adds.
  const files = HOSTILE.map(({ name, bytes, problem }) => ({ name, file: bytes(), problem }))
  collect()
  const before = resident()
  for (const { name, file, problem } of files) {
    const start = resident()
    const began = performance.now()
    const watch = setInterval(() => (highest = Math.max(highest, resident() - start)), 20)
    const read = await readWorkbook(file)
    clearInterval(watch)
    highest = Math.max(highest, resident() - start)
    const ms = performance.now() - began
    if (ms >= 5000) slow.push(`${name}: ${ms.toFixed(0)} ms`)
    if (read.ok || ![problem].flat().includes(read.problem))
      letIn.push(`${name}: ${read.ok ? 'read' : read.problem}`)
  }
  collect()
  await new Promise((resolve) => setTimeout(resolve, 500))
  console.log(
    `hostile files: at most ${highest.toFixed(0)} MB more while reading, ${(resident() - before).toFixed(0)} MB more after all`,
  )
  expect(slow).toEqual([])
  expect(letIn).toEqual([])
  expect(highest).toBeLessThan(150)
  expect(resident() - before).toBeLessThan(150)
}, 600_000)
