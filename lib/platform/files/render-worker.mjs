import { parentPort } from 'node:worker_threads'

// Drawing a paper takes a hundred milliseconds without pause: a thread of its own keeps other requests going. Each
// library is loaded when first needed, and leaves memory with the thread.
const RENDERERS = {
  docx: async () => (await import('./docx.ts')).renderDocx,
  pdf: async () => (await import('./pdf.ts')).renderPdf,
}

parentPort.on('message', async ({ id, format, paper }) => {
  try {
    const render = await RENDERERS[format]()
    // Memory that is this buffer's alone is handed over instead of copied.
    const bytes = new Uint8Array(await render(paper))
    parentPort.postMessage({ id, bytes }, [bytes.buffer])
  } catch (error) {
    parentPort.postMessage({ id, error: String(error?.stack ?? error) })
  }
})
