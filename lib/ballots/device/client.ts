'use client'

import type { HeldToken, PendingToken } from '../client'

/** What this device keeps of one person's paper in one ballot. Choices are never kept once a receipt is there. */
export type DevicePaper = {
  keyNumber: number
  pending?: PendingToken
  held?: HeldToken
  /** The paper as it was sent, until its receipt has come: sent again it is the same paper. */
  sent?: Uint8Array<ArrayBuffer>
  receipt?: string
}

const NAME = 'cum-thi-dua-phieu'
const STORE = 'papers'

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('no storage'))
  })
}

async function run<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode, { durability: 'strict' })
      const request = act(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onerror = () => reject(transaction.error ?? new Error('not stored'))
      transaction.onabort = () => reject(transaction.error ?? new Error('not stored'))
    })
  } finally {
    database.close()
  }
}

const keyOf = (ballotId: string, accountId: string) => `${ballotId}:${accountId}`

export async function readDevicePaper(ballotId: string, accountId: string): Promise<DevicePaper | null> {
  const kept = await run<DevicePaper | undefined>(
    'readonly',
    (store) => store.get(keyOf(ballotId, accountId)) as IDBRequest<DevicePaper | undefined>,
  )
  return kept ?? null
}

/** Resolves when it is on disk. */
export async function keepDevicePaper(
  ballotId: string,
  accountId: string,
  paper: DevicePaper,
): Promise<void> {
  await run('readwrite', (store) => store.put(paper, keyOf(ballotId, accountId)))
}
