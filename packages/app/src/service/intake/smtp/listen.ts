// Listens on an address or a socket file; one that a dead process has left behind is taken over.

import { chmod, unlink } from 'node:fs/promises'
import { connect, type Server } from 'node:net'

/** Like a port on loopback: who may come near it is up to the folder it stands in. */
const SOCKET_FILE_MODE = 0o666

export type Place = string | { readonly host: string; readonly port: number }

export async function listen(server: Server, place: Place): Promise<void> {
  if (typeof place !== 'string') return await listenOnce(server, place)
  try {
    await listenOnce(server, place)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || await isAlive(place)) throw error
    await unlink(place)
    await listenOnce(server, place)
  }
  await chmod(place, SOCKET_FILE_MODE)
}

function listenOnce(server: Server, place: Place): Promise<void> {
  return new Promise((resolve, reject) => {
    const listening = (): void => {
      server.removeListener('error', failed)
      resolve()
    }
    const failed = (error: Error): void => {
      server.removeListener('listening', listening)
      reject(error)
    }
    server.once('error', failed).once('listening', listening)
    server.listen(typeof place === 'string' ? { path: place } : place)
  })
}

/** Whether somebody answers on a socket file. */
function isAlive(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code !== 'ECONNREFUSED'))
  })
}
