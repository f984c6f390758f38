package ai.opsai.sandbox.world;

/** What an account's owner lives on; it shapes repositories, prices and deals. */
public enum Business {
    /** Software by subscription. */
    SOFTWARE,
    /** Design work, prints and workshops, each sold once. */
    STUDIO
}
