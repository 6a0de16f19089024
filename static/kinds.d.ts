// What build.mjs makes of the files in boards/.

declare module "kinds:phone" {
  export const KINDS: Record<string, () => Promise<{ Phone: import("preact").ComponentType<{ live: import("./live").Live }> }>>;
}

declare module "kinds:words" {
  export const KINDS: Record<string, import("./words").KindWords>;
}

declare module "kinds:screen" {
  export const KINDS: Record<string, { Screen: import("preact").ComponentType<{ live: import("./live").Live }>; words: import("./words").KindWords }>;
}

declare module "kinds:all" {
  export const KINDS: Record<
    string,
    {
      Console: import("preact").ComponentType<{ desk: import("./console/shelf").Desk }>;
      Picked?: import("preact").ComponentType<import("./console/shelf").PickedProps>; // more to do with one picked card
      words: import("./words").KindWords;
    }
  >;
}
