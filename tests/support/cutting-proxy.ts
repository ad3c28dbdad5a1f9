import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export type CuttingProxy = {
  url: string
  /** The next answer to a request of the router ends after `bytes`, its headers counted, as on a line that is cut. */
  cutNextAfter: (bytes: number) => void
  /** How many answers were cut so far. */
  cuts: () => number
  close: () => Promise<void>
}

/** Stands before the application at `target` and passes everything on, but for the answers it is told to cut. */
export async function startCuttingProxy(target: string): Promise<CuttingProxy> {
  const { port, hostname } = new URL(target)
  const open = new Set<Socket>()
  let wanted: number | null = null
  let cuts = 0

  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname)
    open.add(client).add(upstream)
    let left: number | null = null
    client.on('data', (data) => {
      if (wanted !== null && /^(GET|POST) .*\r\n(rsc: 1|next-action: )/is.test(data.toString('latin1'))) {
        left = wanted
        wanted = null
      }
      upstream.write(data)
    })
    upstream.on('data', (data) => {
      if (left === null) return client.write(data)
      client.write(data.subarray(0, left))
      left -= data.length
      if (left > 0) return
      cuts++
      upstream.destroy()
      // What was let through reaches the browser before the end does.
      setTimeout(() => client.destroy(), 50)
    })
    client.on('error', () => upstream.destroy())
    upstream.on('error', () => client.destroy())
    client.on('end', () => upstream.end())
    upstream.on('end', () => client.end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cutNextAfter: (bytes) => {
      wanted = bytes
    },
    cuts: () => cuts,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
  }
}
