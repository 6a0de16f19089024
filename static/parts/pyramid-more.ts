// What only some scripts ask of the pyramid on a phone. One file, because every file that is fetched later cuts the first one into smaller, worse packed pieces.

export { Examples } from "./examples";
export { ForWhom } from "./for-whom";
export { Placing } from "./placing";
